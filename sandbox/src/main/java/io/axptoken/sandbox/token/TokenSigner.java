package io.axptoken.sandbox.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.text.ParseException;
import java.util.Optional;

/** Claims to signed JWT (RS256, with the key's id), and back again if the signature is ours. */
public final class TokenSigner {
  private final SigningKeys keys;

  /** Signs with these keys, once they are ready. */
  public TokenSigner(SigningKeys keys) {
    this.keys = keys;
  }

  /** The three-part JWT of the claims. */
  public String sign(JsonObject claims) {
    SigningKey key = keys.current();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.id()).build();
    JWSObject jws = new JWSObject(header, new Payload(AsciiClaims.encode(claims)));
    try {
      jws.sign(key.signer());
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of our own does not sign", e);
    }
    return jws.serialize();
  }

  /** The claims of a JWT that one of our keys signed; the claims themselves are not judged. */
  public Optional<JsonObject> verify(String jwt) {
    try {
      JWSObject jws = JWSObject.parse(jwt);
      Optional<SigningKey> key =
          Optional.ofNullable(jws.getHeader().getKeyID()).flatMap(keys::find);
      return key.isPresent() && jws.verify(key.get().verifier())
          ? Optional.of(new JsonObject(jws.getPayload().toString()))
          : Optional.empty();
    } catch (ParseException | JOSEException | DecodeException e) {
      return Optional.empty();
    }
  }
}

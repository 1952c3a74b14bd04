import org.jspecify.annotations.NullMarked;

/** Issues end-user tokens for the Avaya client SDKs. */
@NullMarked
module io.axptoken.client {
  requires com.fasterxml.jackson.core;
  requires java.net.http;
  requires static transitive org.jspecify;

  exports io.axptoken.client;
  exports io.axptoken.client.transport;
}

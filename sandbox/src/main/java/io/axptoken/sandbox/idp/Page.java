package io.axptoken.sandbox.idp;

import io.axptoken.sandbox.platform.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/** The provider's pages: plain HTML without a script, unmistakably a sandbox's. */
final class Page {
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
      .mark{border:3px dashed #a33;padding:.6rem 1rem;border-radius:.5rem}
      button{font:inherit;display:block;width:100%;text-align:left;margin:.5rem 0;padding:.6rem 1rem;border:1px solid #767676;border-radius:.4rem;background:#f4f4f4;cursor:pointer}
      button:hover,button:focus-visible{background:#e2ecfa}
      small{display:block;color:#4a4a4a;overflow-wrap:anywhere}
      label{display:block;margin-top:1.5rem}
      input,select{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;border:1px solid #767676;border-radius:.4rem}
      @media (prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}button,input,select{background:#2b2b2b;color:inherit}button:hover,button:focus-visible{background:#34445c}small{color:#bbb}}
      """;
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash()
          + "'; base-uri 'none'; frame-ancestors 'none'";

  private Page() {}

  /** A page that says this. */
  static Answer saying(int status, String title, String text) {
    return html(status, title, "<p>" + escape(text) + "</p>");
  }

  /** The page where one picks or names a user. */
  static Answer signIn(AuthorizationRequest request, String action) {
    String users = SandboxUser.ALL.stream().map(Page::button).collect(Collectors.joining("\n"));
    String handedOn =
        AuthorizationRequest.PARAMETERS.stream()
            .map(name -> hidden(name, request.value(name)))
            .collect(Collectors.joining("\n"));
    return html(
        200,
        "Sign in",
        """
        <p>“%s” asks who you are. Nobody here is real, and nothing is checked: pick a user.</p>
        <form method="post" action="%s">
        %s
        <label for="typ">The access token says it is (its <code>typ</code>)</label>
        <select id="typ" name="typ">%s</select>
        %s
        <label for="name">or name one</label>
        <input id="name" name="name" maxlength="70" autocomplete="off" value="%s">
        <button name="user" value="">Sign in by this name</button>
        <button name="cancel" value="yes">Cancel</button>
        </form>
        """
            .formatted(
                escape(request.value("client_id")),
                escape(action),
                handedOn,
                types(request),
                users,
                escape(request.value("login_hint"))));
  }

  private static String types(AuthorizationRequest request) {
    return AuthorizationRequest.TYPES.stream()
        .map(type ->
            "<option%s>%s</option>".formatted(type.equals(request.type()) ? " selected" : "", type))
        .collect(Collectors.joining());
  }

  private static String button(SandboxUser user) {
    return "<button name=\"user\" value=\"%s\">%s<small>%s</small></button>"
        .formatted(escape(user.subject()), escape(user.label()), escape(about(user)));
  }

  private static String about(SandboxUser user) {
    return user.claims().get("email") instanceof String email
        ? user.subject() + ", " + email
        : user.subject();
  }

  private static String hidden(String name, String value) {
    return value.isEmpty()
        ? ""
        : "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, escape(value));
  }

  private static Answer html(int status, String title, String content) {
    String page =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%1$s – sandbox</title><style>%2$s</style></head>
        <body>
        <p class="mark"><strong>Sandbox.</strong> This is no real sign-in: it knows made-up users and no password.</p>
        <h1>%1$s</h1>
        %3$s
        </body>
        </html>
        """
            .formatted(escape(title), STYLE, content);
    return Answer.text(status, "text/html; charset=utf-8", page)
        .with("Content-Security-Policy", POLICY)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "same-origin");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

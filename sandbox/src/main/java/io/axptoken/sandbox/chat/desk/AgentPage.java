package io.axptoken.sandbox.chat.desk;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page on which a person answers customers: {@code /sandbox/agent}. */
public final class AgentPage {
  private static final List<String> SCRIPTS = List.of("agent.js", "agent-api.js", "agent-view.js");

  private AgentPage() {}

  /** Adds the routes; whoever mounts them keeps foreign pages out. */
  public static void mount(Router router) {
    serve(router, "/sandbox/agent", "agent.html", "text/html; charset=utf-8");
    SCRIPTS.forEach(
        name -> serve(router, "/sandbox/agent/" + name, name, "text/javascript; charset=utf-8"));
    serve(router, "/sandbox/agent/agent.css", "agent.css", "text/css; charset=utf-8");
    serve(router, "/sandbox/agent/icon.svg", "icon.svg", "image/svg+xml");
  }

  private static void serve(Router router, String path, String file, String type) {
    Buffer content = read(file);
    router
        .get(path)
        .handler(context ->
            context
                .response()
                .putHeader("Content-Type", type)
                .putHeader(
                    "Content-Security-Policy",
                    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-cache")
                .end(content));
  }

  private static Buffer read(String file) {
    try (@Nullable InputStream content = AgentPage.class.getResourceAsStream(file)) {
      if (content == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return Buffer.buffer(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

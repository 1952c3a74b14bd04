package io.axptoken.demo.playground;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.steering.OwnPage;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The playground's resources by path: the page's files, and its actions on the sandbox. */
public final class Playground {
  private static final String BASE = "/playground/";
  private static final List<String> FILES =
      List.of(
          "icon.svg",
          "style.css",
          "app.js",
          "api.js",
          "curl.js",
          "dom.js",
          "faults-view.js",
          "jwt.js",
          "problem-view.js",
          "renewal.js",
          "times.js",
          "timeline-view.js",
          "token-view.js",
          "user-form.js");

  private Playground() {}

  /**
   * All resources.
   *
   * @param host the name or address that the server listens on
   */
  public static Map<String, Handler<HttpServerRequest>> pages(AxpSandbox sandbox, String host) {
    SandboxState state = new SandboxState(sandbox);
    OwnPage ownPage = new OwnPage(host);
    Map<String, Handler<HttpServerRequest>> pages = new HashMap<>();
    pages.put("/", StaticFile.load("index.html"));
    FILES.forEach(name -> pages.put(BASE + name, StaticFile.load(name)));
    pages.put(BASE + "state", Action.get(ownPage, state::json));
    pages.put(BASE + "fault", Action.post(ownPage, body -> state.fail(FaultOrder.of(body))));
    pages.put(BASE + "heal", Action.post(ownPage, _ -> state.heal()));
    pages.put(BASE + "clear", Action.post(ownPage, _ -> state.clearCalls()));
    return pages;
  }
}

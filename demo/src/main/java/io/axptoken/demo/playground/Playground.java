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
          "token.css",
          "timeline.css",
          "chat.css",
          "phone.css",
          "api.js",
          "app.js",
          "chat-api.js",
          "chat-events.js",
          "chat-healing.js",
          "chat-messages.js",
          "chat-panel.js",
          "chat-session.js",
          "chat-store.js",
          "chat-stream.js",
          "chat-view.js",
          "curl.js",
          "dom.js",
          "faults-view.js",
          "json.js",
          "jwt.js",
          "mode-view.js",
          "modes.js",
          "phone-panel.js",
          "problem-view.js",
          "redact.js",
          "renewal.js",
          "sign-in.js",
          "timeline-view.js",
          "times.js",
          "token-panel.js",
          "token-view.js",
          "user-form.js",
          "wire-view.js",
          "wire.js");

  private Playground() {}

  /**
   * All resources.
   *
   * @param host the name or address that the server listens on
   * @param key what the backend that the page plays has to show
   * @param push how the phone that the page plays comes to notifications
   */
  public static Map<String, Handler<HttpServerRequest>> pages(
      AxpSandbox sandbox, String host, BackendKey key, PushRoute push) {
    SandboxState state = new SandboxState(sandbox);
    PageHeaders headers = new PageHeaders(sandbox.baseUri());
    OwnPage ownPage = new OwnPage(host);
    Map<String, Handler<HttpServerRequest>> pages = new HashMap<>();
    pages.put("/", StaticFile.load("index.html", headers));
    FILES.forEach(name -> pages.put(BASE + name, StaticFile.load(name, headers)));
    pages.put(BASE + "state", Action.get(headers, ownPage, state::json));
    pages.put(
        BASE + "fault", Action.post(headers, ownPage, body -> state.fail(FaultOrder.of(body))));
    pages.put(BASE + "heal", Action.post(headers, ownPage, _ -> state.heal()));
    pages.put(BASE + "backend", Action.post(headers, ownPage, new Backend(key)));
    Phone phone = new Phone(sandbox, push);
    pages.put(BASE + "phone/register", Action.post(headers, ownPage, phone::register));
    pages.put(BASE + "phone/inbox", Action.post(headers, ownPage, phone::inbox));
    pages.put(BASE + "phone/write", Action.post(headers, ownPage, phone::write));
    pages.put(BASE + "expire", Action.post(headers, ownPage, state::expireTokens));
    pages.put(BASE + "clear", Action.post(headers, ownPage, _ -> state.clearCalls()));
    return pages;
  }
}

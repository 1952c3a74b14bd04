package io.axptoken.demo;

/** What the terminal says once everything runs. */
final class Greeting {
  private Greeting() {}

  static String of(Demo demo) {
    return """

    AXP token server, on a sandbox platform: its tokens work nowhere else.

      Playground  %s
      Sandbox     %s
      Connector   %s
      Health      %s

    Get a token:

      %s

    Ctrl-C stops everything.
    """
        .formatted(
            demo.page(),
            demo.sandbox().baseUri(),
            demo.connector().route().connector(),
            demo.health(),
            curl(demo));
  }

  private static String curl(Demo demo) {
    return "curl -s %s/token -H 'content-type: application/json' -d '{\"userId\":\"u1\"}'"
        .formatted(demo.page().getAuthority());
  }
}

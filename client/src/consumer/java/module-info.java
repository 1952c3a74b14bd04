/** A program that uses the client library as a stranger would; ConsumerTest runs it. */
module consumer {
  requires io.axptoken.client;
  requires jdk.httpserver;
}

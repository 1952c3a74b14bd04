package io.axptoken.server.edge;

/**
 * A resource, whose it is, and the cross-origin rules of the integration that it belongs to.
 *
 * @param route how the log calls the path
 * @param integration whose resource it is
 * @param resource what stands at the path
 * @param cors which pages may use it
 */
record Site(String route, String integration, Resource resource, Cors cors) {
  void serve(Exchange exchange) {
    resource.serve(exchange, cors);
  }
}

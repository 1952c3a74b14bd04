package io.axptoken.server.edge;

/**
 * A resource and the cross-origin rules of the integration that it belongs to.
 *
 * @param resource what stands at the path
 * @param cors which pages may use it
 */
record Site(Resource resource, Cors cors) {
  void serve(Exchange exchange) {
    resource.serve(exchange, cors);
  }
}

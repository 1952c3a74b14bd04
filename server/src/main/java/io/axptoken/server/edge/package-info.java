/** The HTTP surface: routes and filter chain, JSON in and out, problems, CORS. */
@NullMarked
package io.axptoken.server.edge;

import org.jspecify.annotations.NullMarked;

/** The object graph, made by hand of one configuration, and what changes it while it serves. */
@NullMarked
package io.axptoken.server.assembly;

import org.jspecify.annotations.NullMarked;

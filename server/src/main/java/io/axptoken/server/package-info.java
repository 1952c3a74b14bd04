/** The service: commands, the object graph, and its life from start to stop. */
@NullMarked
package io.axptoken.server;

import org.jspecify.annotations.NullMarked;

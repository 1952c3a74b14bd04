@NullMarked
package io.axptoken.server.edge;

import org.jspecify.annotations.NullMarked;

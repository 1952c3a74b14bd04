@NullMarked
package io.axptoken.server.time;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.axptoken.server.socket;

import org.jspecify.annotations.NullMarked;

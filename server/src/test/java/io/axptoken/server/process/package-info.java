@NullMarked
package io.axptoken.server.process;

import org.jspecify.annotations.NullMarked;

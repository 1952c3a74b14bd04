/** The process and its service manager, on real sockets. */
@NullMarked
package io.axptoken.service.process;

import org.jspecify.annotations.NullMarked;

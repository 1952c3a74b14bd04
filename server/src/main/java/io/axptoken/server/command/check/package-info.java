/** What {@code check} looks at outside the configuration: networks, platforms, ports. */
@NullMarked
package io.axptoken.server.command.check;

import org.jspecify.annotations.NullMarked;

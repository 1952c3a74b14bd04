/** What the process hears from the system and tells it: signals, and the service manager. */
@NullMarked
package io.axptoken.service.process;

import org.jspecify.annotations.NullMarked;

/** Start, reload and stop of whole servers. */
@NullMarked
package io.axptoken.server.assembly;

import org.jspecify.annotations.NullMarked;

/** What comes out of the log. */
@NullMarked
package io.axptoken.service.observe.log;

import org.jspecify.annotations.NullMarked;

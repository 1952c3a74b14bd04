/** What is written to the log, and how. */
@NullMarked
package io.axptoken.service.observe.log;

import org.jspecify.annotations.NullMarked;

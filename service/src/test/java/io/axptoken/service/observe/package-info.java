/** What servers tell of themselves. */
@NullMarked
package io.axptoken.service.observe;

import org.jspecify.annotations.NullMarked;

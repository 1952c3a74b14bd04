/** Origins and forwarded addresses, held by hostile ones. */
@NullMarked
package io.axptoken.service.http.origin;

import org.jspecify.annotations.NullMarked;

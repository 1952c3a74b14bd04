/** What the access log writes. */
@NullMarked
package io.axptoken.service.observe.access;

import org.jspecify.annotations.NullMarked;

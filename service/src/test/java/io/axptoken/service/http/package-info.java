/** What HTTP asks of a request, held by hostile ones. */
@NullMarked
package io.axptoken.service.http;

import org.jspecify.annotations.NullMarked;

/** Where a request is from: the page of a browser, and the client behind proxies. */
@NullMarked
package io.axptoken.service.http.origin;

import org.jspecify.annotations.NullMarked;

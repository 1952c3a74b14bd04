/** What stands before the endpoints of every server: each is a value, to be put into a list. */
@NullMarked
package io.axptoken.service.http.filter;

import org.jspecify.annotations.NullMarked;

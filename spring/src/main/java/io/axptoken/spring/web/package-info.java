/** What callers over HTTP are told when there is no token. */
@NullMarked
package io.axptoken.spring.web;

import org.jspecify.annotations.NullMarked;

/** Tests of what callers over HTTP get. */
@NullMarked
package io.axptoken.spring.web;

import org.jspecify.annotations.NullMarked;

/** A sandbox platform for the tests of a Spring Boot application. */
@NullMarked
package io.axptoken.spring.test;

import org.jspecify.annotations.NullMarked;

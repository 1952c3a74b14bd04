/**
 * The client library at home in Spring Boot: properties, beans, health, metrics, traces and errors.
 */
@NullMarked
package io.axptoken.spring;

import org.jspecify.annotations.NullMarked;

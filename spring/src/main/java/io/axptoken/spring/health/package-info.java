/** Health of the integrations, for both generations of Spring Boot's health contributors. */
@NullMarked
package io.axptoken.spring.health;

import org.jspecify.annotations.NullMarked;

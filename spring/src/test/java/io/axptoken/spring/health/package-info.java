/** Tests of the integrations' health. */
@NullMarked
package io.axptoken.spring.health;

import org.jspecify.annotations.NullMarked;

/** Tests of the starter in applications that are started for them. */
@NullMarked
package io.axptoken.spring;

import org.jspecify.annotations.NullMarked;

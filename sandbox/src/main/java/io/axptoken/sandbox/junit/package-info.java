/** The sandbox as a JUnit extension. Nothing else in the sandbox needs JUnit. */
@NullMarked
package io.axptoken.sandbox.junit;

import org.jspecify.annotations.NullMarked;

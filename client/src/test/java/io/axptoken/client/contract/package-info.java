/** The suites that every transport must pass, and what they share. */
@NullMarked
package io.axptoken.client.contract;

import org.jspecify.annotations.NullMarked;

/** What the tests of every module share. */
@NullMarked
package io.axptoken.testing;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.axptoken.sandbox.junit;

import org.jspecify.annotations.NullMarked;

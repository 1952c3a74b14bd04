/** What is counted. */
@NullMarked
package io.axptoken.push.observe;

import org.jspecify.annotations.NullMarked;

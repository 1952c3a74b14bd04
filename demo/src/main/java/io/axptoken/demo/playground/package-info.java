/** The playground: one page, and the few actions by which it looks at the sandbox and steers it. */
@NullMarked
package io.axptoken.demo.playground;

import org.jspecify.annotations.NullMarked;

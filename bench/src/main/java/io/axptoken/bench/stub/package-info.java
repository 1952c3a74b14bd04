/** The platform that stands upstream of every server measured. */
@NullMarked
package io.axptoken.bench.stub;

import org.jspecify.annotations.NullMarked;

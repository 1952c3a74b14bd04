/** Tests of the documentation site. */
@NullMarked
package io.axptoken.site;

import org.jspecify.annotations.NullMarked;

/** Charts as SVG: small, without scripts, and fit for light and dark pages. */
@NullMarked
package io.axptoken.bench.plot;

import org.jspecify.annotations.NullMarked;

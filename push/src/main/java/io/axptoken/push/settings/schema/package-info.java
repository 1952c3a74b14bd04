/** One declaration for each of its settings, and the rules over more than one. */
@NullMarked
package io.axptoken.push.settings.schema;

import org.jspecify.annotations.NullMarked;

/** One declaration for each setting of the token server. */
@NullMarked
package io.axptoken.server.settings.schema;

import org.jspecify.annotations.NullMarked;

/** How configurations are read. */
@NullMarked
package io.axptoken.service.config.load;

import org.jspecify.annotations.NullMarked;

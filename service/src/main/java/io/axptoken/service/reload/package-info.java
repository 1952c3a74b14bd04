/** Files that change while the server runs. */
@NullMarked
package io.axptoken.service.reload;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.axptoken.deploy.image;

import org.jspecify.annotations.NullMarked;

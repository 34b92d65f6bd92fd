/** A small application: orders over the web and JPA. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;

package org.limbeck.test;

import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/** What is said of a test class, or of one that it is nested in. */
final class ClassAnnotation {

    private ClassAnnotation() {}

    static <A extends Annotation> Optional<A> find(@Nullable Class<?> testClass, Class<A> annotation) {
        if (testClass == null) {
            return Optional.empty();
        }
        return AnnotationSupport.findAnnotation(testClass, annotation)
                .or(() -> find(testClass.getEnclosingClass(), annotation));
    }
}

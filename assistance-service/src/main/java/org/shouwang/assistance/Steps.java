package org.shouwang.assistance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps that something has taken, the latest of each kind as it was recorded, so that a repeat is told from something new. */
public record Steps<E>(List<E> taken) {

    public static <E> Steps<E> none() {
        return new Steps<>(List.of());
    }

    public Steps<E> and(E step) {
        return new Steps<>(Stream.concat(taken.stream().filter(s -> s.getClass() != step.getClass()), Stream.of(step))
                .toList());
    }

    public boolean include(E step) {
        return taken.contains(step);
    }

    public <T extends E> Optional<T> last(Class<T> kind) {
        return taken.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}

package io.sallyport.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextLinesTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("rows"), text.getBytes(charset));
    }

    @Test
    void linesMayEndAsOnAnySystemAndTheLastNeedNot() throws IOException {
        assertThat(TextLines.read(file("one\r\ntwo\rthree\n\nfünf", StandardCharsets.UTF_8)))
                .containsExactly("one", "two", "three", "", "fünf");
        assertThat(TextLines.read(file("one\n", StandardCharsets.UTF_8))).containsExactly("one");
        assertThat(TextLines.read(file("", StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(TextLines.read(file("\uFEFFone\n\uFEFFtwo", StandardCharsets.UTF_8)))
                .containsExactly("one", "\uFEFFtwo");
    }

    @Test
    void anotherEncodingIsRefusedWithFileAndLine() throws IOException {
        assertThatThrownBy(() -> TextLines.read(file("one\nfünf\n", StandardCharsets.ISO_8859_1)))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("rows") + ", line 2: not UTF-8; save the file as UTF-8 text");
        assertThatThrownBy(() -> TextLines.read(file("one\n", StandardCharsets.UTF_16)))
                .hasMessageContaining("line 1: not UTF-8");
    }

    @Test
    void aFolderIsRefusedByName() {
        assertThatThrownBy(() -> TextLines.read(folder)).hasMessage(folder + " is a folder; name the file");
    }
}

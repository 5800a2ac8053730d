package io.sallyport.console;

import java.beans.PropertyEditorSupport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Every text that a page of the console takes, without U+0000, which no database keeps. */
@ControllerAdvice(basePackageClasses = FormText.class)
@ConditionalOnWebApplication
final class FormText extends PropertyEditorSupport {

    static String of(String typed) {
        return typed.replace("\0", "");
    }

    @InitBinder
    void clean(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new FormText());
    }

    @Override
    public void setAsText(String typed) {
        setValue(of(typed));
    }
}

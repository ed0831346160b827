"""What Jupyter's own test of kernels asks, with every optional part switched on."""
import unittest

import jupyter_kernel_test


class CourseKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oh");'
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "#!who", "matches": {"#!who", "#!whos"}},
    ]
    complete_code_samples = ["1", 'Console.WriteLine("hello, world");', "int Twice(int n)\n{\n    return 2 * n;\n}", "// nothing"]
    incomplete_code_samples = ["int Twice(int n)\n{", "new[] { 1,", 'var text = """', "1 +"]
    invalid_code_samples = ["int 3 = ;", "}", 'var text = "never closed;']
    code_generate_error = 'throw new InvalidOperationException("oh");'
    code_execute_result = [
        {"code": '"two and two"', "result": "two and two"},
        {"code": "2+2", "mime": "text/html"},
        {"code": "new[] { 1, 2 }", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": 'display("plain");', "mime": "text/plain"},
    ]
    code_history_pattern = "2+?"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.Sqrt"
    code_clear_output = "Console.Clear();"


if __name__ == "__main__":
    unittest.main()

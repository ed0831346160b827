Console.WriteLine("course");
return 0;
